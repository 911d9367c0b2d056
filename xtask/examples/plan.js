const { endpoints } = plan({ region: 'ap-northeast-1', features: ['irsa'] });
endpoints.find(({ service }) => service === 'sts').serviceName; // 'com.amazonaws.ap-northeast-1.sts'
